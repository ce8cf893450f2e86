create text search dictionary public.d (accept = 'false', stopwords = 'english', template = pg_catalog.simple);
create text search configuration public.c (parser = "default");
alter text search configuration public.c add mapping for word, asciiword with public.d;
alter text search configuration public.c add mapping for
  numword, email, url, host, sfloat, version, hword_numpart, hword_part, hword_asciipart, numhword, asciihword, hword,
  url_path, file, float, int, uint
with simple;
