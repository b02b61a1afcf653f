// Exports into files: whole or not at all, and stopped without waiting for anybody.
#include "client/net/export_download.h"

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "aandacht/v1/exports.grpc.pb.h"
#include "absl/time/clock.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {
namespace {

/// Tells some rows of turns, and then nothing until the reader goes, or all at once.
class SlowExports final : public v1::ExportService::Service {
 public:
  explicit SlowExports(bool ends) : ends_(ends) {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
  }
  ~SlowExports() override { server_->Shutdown(std::chrono::system_clock::now()); }

  grpc::Status ExportTurns(grpc::ServerContext* context, const v1::ExportTurnsRequest*,
                           grpc::ServerWriter<v1::ExportTurnsResponse>* writer) override {
    v1::ExportTurnsResponse response;
    response.set_chunk("call_id,text\r\nc1,\"een\r\nregel\"\r\n");
    writer->Write(response);
    response.set_chunk("c2,\"zegt \"\"nee\"\"\"\r\n");
    writer->Write(response);
    while (!ends_ && !context->IsCancelled()) absl::SleepFor(absl::Milliseconds(2));
    return grpc::Status::OK;
  }

  std::shared_ptr<grpc::Channel> channel() const {
    return grpc::CreateChannel("127.0.0.1:" + std::to_string(port_), grpc::InsecureChannelCredentials());
  }

 private:
  const bool ends_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

net::ExportWish turns() {
  net::ExportWish wish;
  wish.kind = net::ExportKind::kTurns;
  wish.from = absl::UnixEpoch();
  wish.before = absl::UnixEpoch() + absl::Hours(1);
  return wish;
}

bool is_empty(const TemporaryFolder& folder) { return std::filesystem::is_empty(folder.path()); }

}  // namespace

TEST_CASE("rows of an export are counted whatever stands in their cells", "[export]") {
  net::RowCount csv(net::ExportFormat::kCsv);
  CHECK(csv.size() == net::ExportSize{0, 0});
  csv.add("a,b\r\n1,\"x");
  CHECK(csv.size().rows == 0);
  csv.add("\r\n\"\"y\r\n\"\r\n2,z\r\n");
  CHECK(csv.size().rows == 2);
  net::RowCount lines(net::ExportFormat::kJsonLines);
  lines.add("{\"a\":\"\\\"\"}\n{}\n");
  CHECK(lines.size() == net::ExportSize{2, 14});
}

TEST_CASE("an export is written whole and tells its rows and bytes", "[export]") {
  const SlowExports service(true);
  const TemporaryFolder folder;
  const std::string path = folder.file("turns.csv");
  net::ExportSize told;
  const auto size =
      net::download_export_file(service.channel(), turns(), {path, net::Replace::kNo}, [&](const auto& now) {
        told = now;
        return absl::OkStatus();
      });
  INFO(size.status());
  REQUIRE(size.ok());
  CHECK(size->rows == 2);
  CHECK(*size == told);
  CHECK(static_cast<std::size_t>(size->bytes) == slurp(path).size());
  // Customers' words are for nobody else on this machine.
  CHECK(std::filesystem::status(path).permissions() == std::filesystem::perms(0600));
}

TEST_CASE("an export that stands still is stopped at once, and leaves no file", "[export]") {
  const SlowExports service(false);
  const TemporaryFolder folder;
  net::Stop stop;
  std::atomic<bool> begun = false;
  absl::StatusOr<net::ExportSize> size = absl::UnknownError("");
  std::thread saving([&] {
    size = net::download_export_file(
        service.channel(), turns(), {folder.file("turns.csv"), net::Replace::kNo},
        [&](const net::ExportSize&) {
          begun = true;
          return absl::OkStatus();
        },
        &stop);
  });
  REQUIRE(eventually([&] { return begun.load(); }));
  const absl::Time before = absl::Now();
  stop.stop();
  saving.join();
  CHECK(absl::Now() - before < absl::Seconds(1));
  CHECK(absl::IsCancelled(size.status()));
  CHECK(is_empty(folder));
}

TEST_CASE("an export that was stopped before it began asks nothing and leaves nothing", "[export]") {
  const SlowExports service(false);
  const TemporaryFolder folder;
  net::Stop stop;
  stop.stop();
  const auto size =
      net::download_export_file(service.channel(), turns(), {folder.file("a.csv"), net::Replace::kNo}, {}, &stop);
  CHECK(absl::IsCancelled(size.status()));
  CHECK(is_empty(folder));
}

TEST_CASE("an export does not write over a file that it may not replace, and one of a service that is away leaves none",
          "[export]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("turns.csv");
  std::ofstream(path) << "mine";
  {
    const SlowExports service(true);
    const auto refused = net::download_export_file(service.channel(), turns(), {path, net::Replace::kNo}, {});
    CHECK(net::file_fault(refused.status()) == net::FileFault::kExists);
    CHECK(slurp(path) == "mine");
    CHECK(net::download_export_file(service.channel(), turns(), {path, net::Replace::kYes}, {}).ok());
  }
  std::filesystem::remove(path);
  const auto nobody = grpc::CreateChannel("unix:" + folder.file("no.socket"), grpc::InsecureChannelCredentials());
  CHECK(absl::IsUnavailable(net::download_export_file(nobody, turns(), {path, net::Replace::kNo}, {}).status()));
  CHECK(is_empty(folder));
}

TEST_CASE("who sleeps between two tries is woken by a stop", "[export]") {
  net::Stop stop;
  const absl::Time before = absl::Now();
  std::thread other([&] { stop.stop(); });
  stop.sleep(absl::Seconds(30));
  other.join();
  CHECK(absl::Now() - before < absl::Seconds(5));
  CHECK(absl::IsCancelled(stop.status()));
}

}  // namespace aandacht::test
