-- up
alter domain public.code
  set default 'b'::text;

-- down
alter domain public.code
  set default 'a'::text;
