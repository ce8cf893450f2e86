create procedure public.p() language sql as 'select 2';
