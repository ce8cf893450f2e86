-- up
-- ! data_loss, breaks_clients, breaks_functions
drop text search configuration public.en;

-- down
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en
  add mapping for asciiword, word, hword_part, hword_asciipart, asciihword, hword
  with pg_catalog.english_stem;
alter text search configuration public.en
  add mapping for
    numword, email, url, host, sfloat, version, hword_numpart, numhword,
    url_path, file, "float", "int", uint
  with pg_catalog.simple;
