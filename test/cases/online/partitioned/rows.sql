insert into public.days values ('2025-03-03'), ('2026-03-03');
insert into public.events values (1, '2025-03-03', 'a'), (2, '2026-03-03', 'a');
