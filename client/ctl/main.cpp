#include "client/ctl/program.h"

int main(int argc, char** argv) { return aandacht::ctl::run_main(argc, argv, AANDACHT_VERSION); }
