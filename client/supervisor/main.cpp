#include "client/supervisor/program.h"

int main(int argc, char** argv) { return aandacht::supervisor::run(argc, argv, AANDACHT_VERSION); }
