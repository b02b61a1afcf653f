// The services of the contracts. Each converts, calls core, converts back.
#pragma once

#include <grpcpp/impl/service_type.h>

#include <cstddef>
#include <memory>

#include "service/core/core.h"
#include "service/rpc/streams.h"

namespace aandacht::rpc {

// What is passed in must outlive the service. One .cpp for each.
[[nodiscard]] std::unique_ptr<grpc::Service> make_desk_service(core::Core& core, Streams& streams);
[[nodiscard]] std::unique_ptr<grpc::Service> make_call_service(core::Core& core);
/// \param in_flight  utterances of one stream that may wait for their answer; then it is not read from.
[[nodiscard]] std::unique_ptr<grpc::Service> make_transcript_service(core::Core& core, Streams& streams,
                                                                     std::size_t in_flight);
[[nodiscard]] std::unique_ptr<grpc::Service> make_floor_service(core::Core& core, Streams& streams);
[[nodiscard]] std::unique_ptr<grpc::Service> make_library_service(core::Core& core);
[[nodiscard]] std::unique_ptr<grpc::Service> make_record_service(core::Core& core);
[[nodiscard]] std::unique_ptr<grpc::Service> make_own_service(core::Core& core, Streams& streams);
[[nodiscard]] std::unique_ptr<grpc::Service> make_habit_service(core::Core& core);
[[nodiscard]] std::unique_ptr<grpc::Service> make_story_service(core::Core& core);
[[nodiscard]] std::unique_ptr<grpc::Service> make_editing_service(core::Core& core, Streams& streams);
[[nodiscard]] std::unique_ptr<grpc::Service> make_energy_service(core::Core& core);
[[nodiscard]] std::unique_ptr<grpc::Service> make_alert_service(core::Core& core, Streams& streams);
[[nodiscard]] std::unique_ptr<grpc::Service> make_sign_service(core::Core& core);
[[nodiscard]] std::unique_ptr<grpc::Service> make_why_check_service(core::Core& core);
[[nodiscard]] std::unique_ptr<grpc::Service> make_prompt_service(core::Core& core, Streams& streams);
[[nodiscard]] std::unique_ptr<grpc::Service> make_report_service(core::Core& core);
[[nodiscard]] std::unique_ptr<grpc::Service> make_export_service(core::Core& core, Streams& streams);
[[nodiscard]] std::unique_ptr<grpc::Service> make_journey_service(core::Core& core);

}  // namespace aandacht::rpc
