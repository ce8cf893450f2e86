-- up
comment on materialized view public.mv is 'MV.';

-- down
comment on materialized view public.mv is null;
