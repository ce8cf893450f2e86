create function public.acc(state bigint[], v int) returns bigint[] immutable language sql return state || v::bigint;
create function public.fin(state bigint[]) returns bigint immutable language sql return state[1];
create aggregate public.first_of(int) (sfunc = public.acc, stype = bigint[], finalfunc = public.fin, initcond = '{}');
create table public.vals (g text, v int);
create view public.firsts as select g, public.first_of(v order by v) as f from public.vals group by g;
