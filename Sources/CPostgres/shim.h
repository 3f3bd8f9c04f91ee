#pragma once
#include <libpq-fe.h>

// Character macros do not reach Swift.
static const int zona_pg_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int zona_pg_sqlstate = PG_DIAG_SQLSTATE;
static const int zona_pg_message = PG_DIAG_MESSAGE_PRIMARY;
static const int zona_pg_table = PG_DIAG_TABLE_NAME;
static const int zona_pg_column = PG_DIAG_COLUMN_NAME;
static const int zona_pg_constraint = PG_DIAG_CONSTRAINT_NAME;
static const int zona_pg_function = PG_DIAG_SOURCE_FUNCTION;
