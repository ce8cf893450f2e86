create function public.collect(state text[], value text) returns text[] language sql immutable as $$ select state || value $$;
create function public.pick(state text[], place integer) returns text language sql immutable as $$ select state[place] $$;
create function public.pick_any(state text[], place integer, value text) returns text language sql immutable as $$ select state[place] $$;
create aggregate public.nth(place integer order by value text) (sfunc = public.collect, stype = text[], finalfunc = public.pick, initcond = '{}');
comment on aggregate public.nth(integer order by text) is 'The nth';
revoke execute on function public.nth(integer, text) from public;
create view public.seconds as select public.nth(2) within group (order by v) as second from (values ('a'), ('b')) as t (v);
