-- up
-- ! opens_access
create function public.apart(
  a box,
  b box
)
returns double precision
language internal
immutable
strict
as $$box_distance$$;
create operator public.<->> (
  function = public.apart,
  leftarg = box,
  rightarg = box,
  commutator = operator(public.<->>)
);
-- ! opens_access
create function public.meets(
  a box,
  b box
)
returns boolean
language internal
immutable
strict
as $$box_overlap$$;
create operator public.&&& (
  function = public.meets,
  leftarg = box,
  rightarg = box,
  commutator = operator(public.&&&)
);
create operator class public.places
  for type box using gist as
    operator 3 public.&&&(box, box),
    operator 15 public.<->>(box, box) for order by pg_catalog.float_ops,
    function 1 (box, box) pg_catalog.gist_box_consistent(internal, box, smallint, oid, internal),
    function 2 (box, box) pg_catalog.gist_box_union(internal, internal),
    function 5 (box, box) pg_catalog.gist_box_penalty(internal, internal, internal),
    function 6 (box, box) pg_catalog.gist_box_picksplit(internal, internal),
    function 7 (box, box) pg_catalog.gist_box_same(box, box, internal),
    function 8 (box, box) pg_catalog.gist_box_distance(internal, box, smallint, oid, internal);
-- ! scan, blocks_reads, fails_on_rows
alter table public.rooms
  add constraint apart exclude using gist (place public.places with operator(public.&&&));

-- down
-- ! blocks_reads
alter table public.rooms
  drop constraint apart;
drop operator family public.places using gist;
-- ! breaks_clients
drop operator public.&&& (box, box);
-- ! breaks_clients
drop function public.meets(box, box);
-- ! breaks_clients
drop operator public.<->> (box, box);
-- ! breaks_clients
drop function public.apart(box, box);
