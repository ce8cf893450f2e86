create table public.job (id uuid not null, name text not null, constraint job_pkey primary key (id));
create table public.other (id integer not null) partition by list (id);
