create operator public.=== (function = int4eq, leftarg = integer, rightarg = integer, commutator = operator(public.===), negator = operator(public.!==), hashes, merges);
create operator public.!== (function = int4ne, leftarg = integer, rightarg = integer, negator = operator(public.===));
create operator public.<<< (function = int4lt, leftarg = integer, rightarg = integer);
create operator public.>>> (function = int4gt, leftarg = integer, rightarg = integer);
create operator public.<<= (function = int4le, leftarg = integer, rightarg = integer);
create operator public.&< (function = int4lt, leftarg = integer, rightarg = integer, commutator = operator(public.&>));
create operator public.&> (function = int4gt, leftarg = integer, rightarg = integer, commutator = operator(public.&<));
create table public.t (id integer primary key, a integer);
create view public.v as select id from public.t where a operator(public.>>>) 1 and a operator(public.===) id;
