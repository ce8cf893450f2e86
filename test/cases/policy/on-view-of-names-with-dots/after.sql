create table public.t (a integer);
create policy "reads.own" on public.t for select to public using (a = 1);
create policy "Ärger ""quoted""" on public.t for insert to anon, authenticated with check (a > 0);
