create operator public.<<< (function = int4lt, leftarg = integer, rightarg = integer, commutator = operator(public.>>>));
comment on operator public.>>> (integer, integer) is 'nobody made it';
create operator public.=== (function = int4eq, leftarg = integer, rightarg = integer, negator = operator(public.!==));
