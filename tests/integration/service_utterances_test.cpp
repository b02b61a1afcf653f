// Sending the words of calls over gRPC, good and bad.
#include <set>
#include <thread>

#include "tests/integration/service_fixture.h"

using namespace aandacht;
using test::ServiceFixture;
using test::soon;
using test::utterance;

namespace {

using Stream = grpc::ClientReaderWriter<v1::StreamUtterancesRequest, v1::StreamUtterancesResponse>;

v1::StreamUtterancesResponse ask(Stream& stream, const v1::StreamUtterancesRequest& request) {
  v1::StreamUtterancesResponse response;
  REQUIRE(stream.Write(request));
  REQUIRE(stream.Read(&response));
  CHECK(response.utterance_id() == request.utterance_id());
  return response;
}

}  // namespace

TEST_CASE("many utterances may be under way and are answered in order", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto context = soon();
  const auto stream = fixture.client().transcripts->StreamUtterances(context.get());
  constexpr int kMany = 2000;
  std::thread writer([&] {
    for (int i = 0; i < kMany; ++i) stream->Write(utterance("u" + std::to_string(i), "some words"));
    stream->WritesDone();
  });
  v1::StreamUtterancesResponse response;
  for (int i = 0; i < kMany && stream->Read(&response); ++i) {
    REQUIRE(response.utterance_id() == "u" + std::to_string(i));
    REQUIRE(response.outcome() == v1::UTTERANCE_OUTCOME_STORED);
  }
  writer.join();
  CHECK(stream->Finish().ok());
  CHECK(fixture.client().turns().size() == kMany);
}

// Otherwise the head of the stream goes with the first answer, and gRPC holds both back when more answers are ready:
// the stream stood still until something else was written on the connection.
TEST_CASE("a stream of utterances says that it is open before the first words, so that no first answer waits",
          "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
  const auto stream = fixture.client().transcripts->StreamUtterances(&context);
  stream->WaitForInitialMetadata();
  CHECK(ask(*stream, utterance("u1", "some words")).outcome() == v1::UTTERANCE_OUTCOME_STORED);
  stream->WritesDone();
  CHECK(stream->Finish().ok());
}

TEST_CASE("what is acknowledged can be read, and the same id twice is a duplicate", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto context = soon();
  const auto stream = fixture.client().transcripts->StreamUtterances(context.get());
  for (int i = 0; i < 20; ++i) {
    const auto request = utterance("u" + std::to_string(i), "words");
    CHECK(ask(*stream, request).outcome() == v1::UTTERANCE_OUTCOME_STORED);
    CHECK(fixture.client().turns().size() == static_cast<std::size_t>(i) + 1);
    CHECK(ask(*stream, request).outcome() == v1::UTTERANCE_OUTCOME_DUPLICATE);
  }
  stream->WritesDone();
  CHECK(stream->Finish().ok());
}

TEST_CASE("bad utterances are refused one by one and the stream goes on", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto context = soon();
  const auto stream = fixture.client().transcripts->StreamUtterances(context.get());
  const auto refused = [&](const v1::StreamUtterancesRequest& request, const std::string& reason) {
    const auto response = ask(*stream, request);
    CHECK(response.outcome() == v1::UTTERANCE_OUTCOME_REFUSED);
    CHECK_THAT(response.reason(), Catch::Contains(reason));
  };
  refused(utterance("u1", ""), "text is empty");
  refused(utterance("u2", std::string(20000, 'a')), "20000 bytes");
  refused(utterance("", "words"), "utterance_id is missing");
  refused(utterance("u3", "words", ""), "call_id is missing");
  auto nobody = utterance("u4", "words");
  nobody.clear_speaker();
  refused(nobody, "speaker is missing");
  auto outside_time = utterance("u5", "words");
  outside_time.mutable_said_time()->set_seconds(-5000000000);
  refused(outside_time, "before 1970");
  outside_time.mutable_said_time()->set_nanos(-1);
  refused(outside_time, "nanoseconds");
  outside_time.mutable_said_time()->set_nanos(0);
  outside_time.mutable_said_time()->set_seconds(8000000000);
  refused(outside_time, "after 2200");
  CHECK(ask(*stream, utterance("u6", "words", "no-such-call")).outcome() == v1::UTTERANCE_OUTCOME_UNKNOWN_CALL);
  CHECK(ask(*stream, utterance("u7", "words")).outcome() == v1::UTTERANCE_OUTCOME_STORED);
  stream->WritesDone();
  CHECK(stream->Finish().ok());
  CHECK(fixture.client().turns().size() == 1);
}

TEST_CASE("words with bytes that are not UTF-8 are stored with the bad bytes replaced", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto context = soon();
  const auto stream = fixture.client().transcripts->StreamUtterances(context.get());
  CHECK(ask(*stream, utterance("u1", "caf\xe9 open")).outcome() == v1::UTTERANCE_OUTCOME_STORED);
  stream->WritesDone();
  CHECK(stream->Finish().ok());
  REQUIRE(fixture.client().turns().size() == 1);
  CHECK(fixture.client().turns()[0].text() == "caf\xEF\xBF\xBD open");
}

TEST_CASE("an utterance of ten megabytes ends its stream with the reason and costs nothing that was acknowledged",
          "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  {
    const auto context = soon();
    const auto stream = fixture.client().transcripts->StreamUtterances(context.get());
    CHECK(ask(*stream, utterance("u1", "words")).outcome() == v1::UTTERANCE_OUTCOME_STORED);
    stream->Write(utterance("u2", std::string(10 * 1024 * 1024, 'a')));
    v1::StreamUtterancesResponse response;
    CHECK_FALSE(stream->Read(&response));
    CHECK(stream->Finish().error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED);
  }
  CHECK(fixture.client().turns().size() == 1);
  CHECK(fixture.client().report("still", v1::CALL_EVENT_HELD).ok());
}

TEST_CASE("a report with bytes that are not UTF-8 is taken with the bad bytes replaced", "[service]") {
  ServiceFixture fixture;
  v1::ReportCallRequest request;
  request.set_event_id("e1");
  request.set_agent_id("sanne");
  request.set_call_id("call-1");
  request.set_event(v1::CALL_EVENT_RINGING);
  request.set_display_name("Ren\xe9");
  v1::ReportCallResponse response;
  REQUIRE(fixture.client().calls->ReportCall(soon().get(), request, &response).ok());
  CHECK(fixture.service().core().seats().find("sanne")->desk.calls.at(0).display_name == "Ren\xEF\xBF\xBD");
}

TEST_CASE("bytes that are no request are refused with the reason", "[service]") {
  ServiceFixture fixture;
  const auto [status, bytes] =
      test::call_bytes(fixture.client().channel, "/aandacht.v1.CallService/ReportCall", "\xff\xff\xff");
  CHECK(status.error_code() == grpc::StatusCode::INVALID_ARGUMENT);
  CHECK_THAT(status.error_message(), Catch::Contains("no ReportCallRequest"));
}
