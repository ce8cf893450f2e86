-- up
comment on view public.v is 'V.';
comment on column public.v.a is 'A.';

-- down
comment on column public.v.a is null;
comment on view public.v is null;
