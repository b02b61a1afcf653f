#include "service/app/program.h"

int main(int argc, char** argv) { return aandacht::service_app::run(argc, argv, AANDACHT_VERSION); }
