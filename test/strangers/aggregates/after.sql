create function public.acc(state bigint[], v bigint) returns bigint[] immutable language sql return state || v;
create function public.fin(state bigint[]) returns bigint immutable language sql return state[cardinality(state)];
create aggregate public.last_of(bigint) (sfunc = public.acc, stype = bigint[], finalfunc = public.fin, initcond = '{}');
create table public.vals (g text, v bigint);
create view public.firsts as select g, public.last_of(v order by v) as f from public.vals group by g;
