create operator public.<<< (function = int4lt, leftarg = integer, rightarg = integer, commutator = operator(public.>>>));
create operator public.>>> (function = int4gt, leftarg = integer, rightarg = integer, commutator = operator(public.<<<));
