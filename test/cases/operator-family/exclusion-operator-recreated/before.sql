-- superuser, of the plan too
create function public.meets(a box, b box) returns boolean language internal immutable strict as 'box_overlap';
create function public.apart(a box, b box) returns double precision language internal immutable strict as 'box_distance';
create operator public.&&& (function = public.meets, leftarg = box, rightarg = box, commutator = operator(public.&&&));
create operator public.<->> (function = public.apart, leftarg = box, rightarg = box, commutator = operator(public.<->>));
create operator class public.places for type box using gist as
  operator 3 public.&&&, operator 15 public.<->> for order by pg_catalog.float_ops,
  function 1 gist_box_consistent(internal, box, smallint, oid, internal), function 2 gist_box_union(internal, internal),
  function 5 gist_box_penalty(internal, internal, internal), function 6 gist_box_picksplit(internal, internal), function 7 gist_box_same(box, box, internal),
  function 8 gist_box_distance(internal, box, smallint, oid, internal);
create table public.rooms (id integer primary key, place box, constraint apart exclude using gist (place public.places with operator(public.&&&)));
