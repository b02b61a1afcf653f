// Inside redaction: all of it, for the files that look at all of it.
#pragma once

#include "shared/domain/redaction_asked.h"
#include "shared/domain/redaction_checks.h"
#include "shared/domain/redaction_date.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_rounds.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_tagger.h"
#include "shared/domain/redaction_token.h"
#include "shared/domain/redaction_told.h"
