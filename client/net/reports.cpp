#include "client/net/reports.h"

#include <grpcpp/grpcpp.h>

#include <utility>

#include "aandacht/v1/reports.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/latest_question.h"
#include "shared/wire/reports.h"

namespace aandacht::net {
namespace {

/// Hands the report over, or why there is none.
template <typename Report, typename Response>
auto told(Reports::Answer<Report> answer) {
  return [answer = std::move(answer)](const grpc::Status& status, Response& response) {
    if (!status.ok()) return answer(to_status(status));
    answer(wire::from_proto(response));
  };
}

}  // namespace

struct Reports::Questions {
  using Service = v1::ReportService;

  Questions(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
      : sentiment(channel, &Service::Stub::AsyncGetSentimentReport, timeout),
        experience(channel, &Service::Stub::AsyncGetExperienceReport, timeout),
        cards(channel, &Service::Stub::AsyncGetCardReport, timeout),
        promises(channel, &Service::Stub::AsyncGetPromiseReport, timeout) {}

  LatestQuestion<Service, v1::GetSentimentReportRequest, v1::GetSentimentReportResponse> sentiment;
  LatestQuestion<Service, v1::GetExperienceReportRequest, v1::GetExperienceReportResponse> experience;
  LatestQuestion<Service, v1::GetCardReportRequest, v1::GetCardReportResponse> cards;
  LatestQuestion<Service, v1::GetPromiseReportRequest, v1::GetPromiseReportResponse> promises;
};

Reports::Reports(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
    : questions_(std::make_unique<Questions>(channel, timeout)) {}

Reports::~Reports() = default;

void Reports::sentiment(const domain::ReportQuestion& question, Answer<domain::SentimentReport> answer) {
  questions_->sentiment.ask(wire::to_sentiment_request(question),
                            told<domain::SentimentReport, v1::GetSentimentReportResponse>(std::move(answer)));
}

void Reports::experience(const domain::ReportQuestion& question, Answer<domain::ExperienceReport> answer) {
  questions_->experience.ask(wire::to_experience_request(question),
                             told<domain::ExperienceReport, v1::GetExperienceReportResponse>(std::move(answer)));
}

void Reports::cards(const domain::ReportQuestion& question, Answer<domain::CardReport> answer) {
  questions_->cards.ask(wire::to_card_request(question),
                        told<domain::CardReport, v1::GetCardReportResponse>(std::move(answer)));
}

void Reports::promises(const domain::ReportQuestion& question, Answer<domain::PromiseReport> answer) {
  questions_->promises.ask(wire::to_promise_request(question),
                           told<domain::PromiseReport, v1::GetPromiseReportResponse>(std::move(answer)));
}

}  // namespace aandacht::net
