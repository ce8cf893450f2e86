create table public.addresses (city text, zip text, street text, n int);
create statistics public.city_zip (dependencies) on city, zip from public.addresses;
