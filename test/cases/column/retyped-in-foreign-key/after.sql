create table public.a (id bigint constraint a_pkey primary key);
create table public.b (a_id bigint constraint b_a_id_fkey references public.a);
