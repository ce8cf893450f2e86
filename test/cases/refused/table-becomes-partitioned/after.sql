create table public.job (id uuid not null, name text not null, constraint job_pkey primary key (name, id)) partition by list (name);
create table public.other (id integer not null) partition by range (id);
