-- up
-- ! breaks_clients
drop text search configuration s."C c";
-- ! breaks_clients
drop text search dictionary s."D d";
-- ! breaks_clients
drop schema s;

-- down
create schema s;
create text search dictionary s."D d" (
  template = pg_catalog.simple,
  accept = 'false'
);
create text search configuration s."C c" (parser = pg_catalog."default");
alter text search configuration s."C c"
  add mapping for
    asciiword, word, numword, host, sfloat, version, hword_numpart, hword_part,
    hword_asciipart, numhword, asciihword, hword, url_path, file, "float", "int",
    uint
  with pg_catalog.simple;
alter text search configuration s."C c"
  add mapping for email, url
  with s."D d", pg_catalog.simple;
