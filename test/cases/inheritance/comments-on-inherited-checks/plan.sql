-- up
create table public.d (

)
inherits (public.p);
comment on constraint ok on public.c is 'new';
comment on constraint ok on public.d is 'new';

-- down
-- ! data_loss, breaks_clients
drop table public.d;
comment on constraint ok on public.c is 'old';
