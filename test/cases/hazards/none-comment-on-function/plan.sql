-- up
comment on function public.f(integer) is 'F.';

-- down
comment on function public.f(integer) is null;
