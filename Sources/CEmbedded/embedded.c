// The data files of the repository, put into the program at build time: one file to install, nothing to find
// at run time. The files themselves stay where people look for them.
#include "embedded.h"
#include <string.h>

// #embed is C23; the compiler that comes with Swift knows it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char permenpanrb_52_2014[] = {
#embed "../../Instruments/permenpanrb-52-2014.json"
};
static const unsigned char permenpanrb_90_2021[] = {
#embed "../../Instruments/permenpanrb-90-2021.json"
};
static const unsigned char ministry_form[] = {
#embed "../../Instruments/forms/kemenpanrb-90-2021.json"
};
static const unsigned char portalrb_form[] = {
#embed "../../Instruments/forms/portalrb-2026.json"
};
static const unsigned char programme_52_2014[] = {
#embed "../../Programmes/permenpanrb-52-2014.json"
};
static const unsigned char programme_90_2021[] = {
#embed "../../Programmes/permenpanrb-90-2021.json"
};
static const unsigned char style_sheet[] = {
#embed "../Service/Assets/zona.css"
};
static const unsigned char sample_sheet[] = {
#embed "../Service/Assets/contoh-lke.csv"
};
static const unsigned char common_passwords[] = {
#embed "../Service/Assets/kata-sandi-umum.txt"
};
static const unsigned char assessment_teams[] = {
#embed "../../Instruments/assessment-teams.json"
};

static const unsigned char schema_1_sqlite[] = {
#embed "../Service/Schema/0001-dasar.sqlite.sql"
};
static const unsigned char schema_1_postgres[] = {
#embed "../Service/Schema/0001-dasar.postgres.sql"
};
static const unsigned char schema_2_sqlite[] = {
#embed "../Service/Schema/0002-pencalonan.sqlite.sql"
};
static const unsigned char schema_2_postgres[] = {
#embed "../Service/Schema/0002-pencalonan.postgres.sql"
};
static const unsigned char schema_3_sqlite[] = {
#embed "../Service/Schema/0003-penilaian.sqlite.sql"
};
static const unsigned char schema_3_postgres[] = {
#embed "../Service/Schema/0003-penilaian.postgres.sql"
};
static const unsigned char schema_4_sqlite[] = {
#embed "../Service/Schema/0004-keadaan.sqlite.sql"
};
static const unsigned char schema_4_postgres[] = {
#embed "../Service/Schema/0004-keadaan.postgres.sql"
};
static const unsigned char schema_5_sqlite[] = {
#embed "../Service/Schema/0005-dokumen.sqlite.sql"
};
static const unsigned char schema_5_postgres[] = {
#embed "../Service/Schema/0005-dokumen.postgres.sql"
};
static const unsigned char schema_6_sqlite[] = {
#embed "../Service/Schema/0006-pencanangan.sqlite.sql"
};
static const unsigned char schema_6_postgres[] = {
#embed "../Service/Schema/0006-pencanangan.postgres.sql"
};
static const unsigned char schema_7_sqlite[] = {
#embed "../Service/Schema/0007-pembangunan.sqlite.sql"
};
static const unsigned char schema_7_postgres[] = {
#embed "../Service/Schema/0007-pembangunan.postgres.sql"
};
static const unsigned char schema_8_sqlite[] = {
#embed "../Service/Schema/0008-cari.sqlite.sql"
};
static const unsigned char schema_8_postgres[] = {
#embed "../Service/Schema/0008-cari.postgres.sql"
};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof bytes}
static const zona_embedded_file files[] = {
    FILE_ENTRY("permenpanrb-52-2014.json", permenpanrb_52_2014),
    FILE_ENTRY("permenpanrb-90-2021.json", permenpanrb_90_2021),
    FILE_ENTRY("forms/kemenpanrb-90-2021.json", ministry_form),
    FILE_ENTRY("forms/portalrb-2026.json", portalrb_form),
    FILE_ENTRY("programmes/permenpanrb-52-2014.json", programme_52_2014),
    FILE_ENTRY("programmes/permenpanrb-90-2021.json", programme_90_2021),
    FILE_ENTRY("zona.css", style_sheet),
    FILE_ENTRY("contoh-lke.csv", sample_sheet),
    FILE_ENTRY("kata-sandi-umum.txt", common_passwords),
    FILE_ENTRY("assessment-teams.json", assessment_teams),
    FILE_ENTRY("0001-dasar.sqlite.sql", schema_1_sqlite),
    FILE_ENTRY("0001-dasar.postgres.sql", schema_1_postgres),
    FILE_ENTRY("0002-pencalonan.sqlite.sql", schema_2_sqlite),
    FILE_ENTRY("0002-pencalonan.postgres.sql", schema_2_postgres),
    FILE_ENTRY("0003-penilaian.sqlite.sql", schema_3_sqlite),
    FILE_ENTRY("0003-penilaian.postgres.sql", schema_3_postgres),
    FILE_ENTRY("0004-keadaan.sqlite.sql", schema_4_sqlite),
    FILE_ENTRY("0004-keadaan.postgres.sql", schema_4_postgres),
    FILE_ENTRY("0005-dokumen.sqlite.sql", schema_5_sqlite),
    FILE_ENTRY("0005-dokumen.postgres.sql", schema_5_postgres),
    FILE_ENTRY("0006-pencanangan.sqlite.sql", schema_6_sqlite),
    FILE_ENTRY("0006-pencanangan.postgres.sql", schema_6_postgres),
    FILE_ENTRY("0007-pembangunan.sqlite.sql", schema_7_sqlite),
    FILE_ENTRY("0007-pembangunan.postgres.sql", schema_7_postgres),
    FILE_ENTRY("0008-cari.sqlite.sql", schema_8_sqlite),
    FILE_ENTRY("0008-cari.postgres.sql", schema_8_postgres),
};

const zona_embedded_file *zona_embedded(const char *name) {
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        if (strcmp(files[i].name, name) == 0) return &files[i];
    return NULL;
}
