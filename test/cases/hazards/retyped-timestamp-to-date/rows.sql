insert into public.t values ('2026-01-02');
