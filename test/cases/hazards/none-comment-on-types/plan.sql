-- up
comment on type public.pair is 'Pair.';
comment on domain public.code is 'Code.';
comment on type public.mood is 'Mood.';
comment on constraint short on domain public.code is 'Short.';

-- down
comment on type public.pair is null;
comment on domain public.code is null;
comment on type public.mood is null;
comment on constraint short on domain public.code is null;
