create sequence public.s minvalue 100 start 100;
