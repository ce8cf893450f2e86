-- up
drop operator class public.moods using hash;
-- ! changes_statements
drop operator family public.gone using btree;
-- ! changes_statements
alter operator family public.places using gist
  drop operator 7 (box, box);
-- ! changes_statements
create operator class public.moods
  for type public.mood using hash as
    storage public.mood;

-- down
drop operator class public.moods using hash;
alter operator family public.places using gist
  add operator 7 pg_catalog.@>(box, box);
-- ! changes_statements
create operator class public.moods
  default for type public.mood using hash as
    storage public.mood;
create operator class public.gone
  default for type public.mood using btree as
    operator 1 pg_catalog.<(anyenum, anyenum),
    function 1 (anyenum, anyenum) pg_catalog.enum_cmp(anyenum, anyenum);
