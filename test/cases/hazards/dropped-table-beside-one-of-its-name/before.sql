create schema app;
create table app.t (a integer);
create table public.t (a integer);
create function public.f() returns bigint language sql set search_path = app as 'select count(*) from t';
create function public.g() returns bigint language sql set search_path = public as 'select count(*) from t';
create function public.h() returns bigint language sql set search_path = '' as 'select count(*) from app.t';
