#include "client/overlay/program.h"

int main(int argc, char** argv) { return aandacht::overlay::run(argc, argv, AANDACHT_VERSION); }
