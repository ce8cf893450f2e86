-- up
alter statistics public.less set statistics -1;
alter statistics public.more set statistics 1000;

-- down
alter statistics public.less set statistics 50;
alter statistics public.more set statistics -1;
