-- up
comment on aggregate public.total(integer) is 'Total.';
comment on procedure public.p() is 'P.';

-- down
comment on aggregate public.total(integer) is null;
comment on procedure public.p() is null;
