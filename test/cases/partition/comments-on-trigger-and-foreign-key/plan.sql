-- up
comment on constraint p_v_fkey on public.p_1 is 'ff';
comment on trigger tg on public.p_1 is 'tt';

-- down
comment on constraint p_v_fkey on public.p_1 is null;
comment on trigger tg on public.p_1 is null;
