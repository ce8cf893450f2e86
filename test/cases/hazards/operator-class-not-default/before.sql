-- superuser, of the plan too
create type public.mood as enum ('sad', 'ok');
create operator class public.places for type box using gist as
  operator 3 &&(box, box), operator 7 @>(box, box),
  function 1 gist_box_consistent(internal, box, smallint, oid, internal), function 2 gist_box_union(internal, internal),
  function 5 gist_box_penalty(internal, internal, internal), function 6 gist_box_picksplit(internal, internal), function 7 gist_box_same(box, box, internal);
create table public.rooms (id integer primary key, place box);
create index rooms_place_idx on public.rooms using gist (place public.places);
create operator class public.moods default for type public.mood using hash as operator 1 =(anyenum, anyenum), function 1 hashenum(anyenum);
create operator class public.gone default for type public.mood using btree as operator 1 <(anyenum, anyenum), function 1 enum_cmp(anyenum, anyenum);
