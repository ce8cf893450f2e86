-- up
-- ! blocks_reads
alter table public.rooms
  drop constraint apart;
alter operator family public.places using gist
  drop operator 3 (box, box);
drop operator public.&&& (box, box);
-- ! opens_access
create function public.touches(
  a box,
  b box
)
returns boolean
language internal
immutable
strict
as $$box_overlap$$;
-- ! changes_statements
create operator public.&&& (
  function = public.touches,
  leftarg = box,
  rightarg = box,
  commutator = operator(public.&&&)
);
alter operator family public.places using gist
  add operator 3 public.&&&(box, box);
-- ! scan, blocks_reads
alter table public.rooms
  add constraint apart exclude using gist (place public.places with operator(public.&&&));

-- down
-- ! blocks_reads
alter table public.rooms
  drop constraint apart;
alter operator family public.places using gist
  drop operator 3 (box, box);
drop operator public.&&& (box, box);
-- ! breaks_clients
drop function public.touches(box, box);
-- ! changes_statements
create operator public.&&& (
  function = public.meets,
  leftarg = box,
  rightarg = box,
  commutator = operator(public.&&&)
);
alter operator family public.places using gist
  add operator 3 public.&&&(box, box);
-- ! scan, blocks_reads
alter table public.rooms
  add constraint apart exclude using gist (place public.places with operator(public.&&&));
