-- up
drop view public.seconds;
drop aggregate public.nth(integer, text);
create aggregate public."First of"(integer order by text) (
  sfunc = public.collect,
  stype = text[],
  finalfunc = public.pick,
  parallel = safe
);
comment on aggregate public."First of"(integer, text) is 'First';
revoke all on function public."First of"(integer, text) from public;
-- ! opens_access
create aggregate public.nth(place integer order by value text) (
  sfunc = public.collect,
  stype = text[],
  finalfunc = public.pick_any,
  finalfunc_extra,
  initcond = '{"it''s"}'
);
comment on aggregate public.nth(integer, text) is 'The nth one';
-- ! opens_access
grant execute on function public.nth(integer, text) to anon;
create view public.seconds as
 select public.nth(2) within group (order by v) as second
   from ( values ('a'::text), ('b'::text)) t(v);

-- down
-- ! breaks_clients
drop aggregate public."First of"(integer, text);
drop view public.seconds;
drop aggregate public.nth(integer, text);
create aggregate public.nth(place integer order by value text) (
  sfunc = public.collect,
  stype = text[],
  finalfunc = public.pick,
  initcond = '{}'
);
comment on aggregate public.nth(integer, text) is 'The nth';
-- ! breaks_clients
revoke all on function public.nth(integer, text) from public;
create view public.seconds as
 select public.nth(2) within group (order by v) as second
   from ( values ('a'::text), ('b'::text)) t(v);
