create unlogged table public.mode (name text primary key, token text);
create unlogged table public.locks (name text not null references public.mode (name), token text not null unique);
alter table public.mode add constraint mode_token_fkey foreign key (token) references public.locks (token) deferrable initially deferred;
