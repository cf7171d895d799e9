/** Words that carry no matter of their own, so that repeating them is not yet listening. */
export const COMMON: ReadonlySet<string> = new Set(
  `a an the and or but so if then than that this these those there here it is am are was were be been being do does did
  done have has had will would can could should shall may might must not no yes ok i we you he she they me us him her
  them my our your his its their mine ours yours theirs myself yourself who what which when where why how whose whom of
  in on at to for with from by about as into onto over under up down out off after before again just only very really
  too also still even ever never always now any some all both each every more most much many few other another such own
  same because while during until though although get got getting go going goes gone come coming came make made let say
  says said tell told ask asked know knew think thought want wanted need needs like see saw seen look looking thing
  things something anything nothing everything someone anyone nobody one ones way lot bit quite well please thanks thank
  sorry apology apologies inconvenience trouble hello hi hey dear sir madam mr mrs ms today time times back yet already
  don isn ve ll re once since between through per via due around against without within use using used give given gave
  take took taken put keep kept right wrong good bad oh ah issue problem matter customer service support team company
  help wait waiting delay experience happen happened`.split(/\s+/),
);
