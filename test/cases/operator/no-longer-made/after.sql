create operator public.<<< (function = int4lt, leftarg = integer, rightarg = integer, commutator = operator(public.>>>));
