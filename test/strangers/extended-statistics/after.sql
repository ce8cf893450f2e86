create table public.addresses (city text, zip varchar(10), street text, n int);
create statistics public.city_zip (dependencies, ndistinct) on city, zip from public.addresses;
create statistics public.lower_street on lower(street), n from public.addresses;
comment on statistics public.city_zip is 'x';
