/**
 * Small words of languages that people write in at work, by language. None of them is an English word, a common name or
 * part of one, so several of one language say that a sentence is in it.
 */
export const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  Spanish:
    words(`que el los las una por para con está estoy muy pero como lo siento su se del usted ustedes nuestro
    nuestra cuando qué cómo cuándo entiendo gracias puede puedo tiene tengo hola disculpe disculpas señora señor ya
    también más sí pedido`),
  Portuguese:
    words(`que não uma um com para você muito mas como sinto está estou seu sua nosso nossa quando obrigado
    obrigada pelo pela dos das ao também mais isso pode posso olá desculpe entendo senhor senhora já são foi`),
  French:
    words(`je vous nous que qui est les des une pour pas avec votre vos mais très cela ça suis avez êtes désolé
    désolée merci bonjour comprends comment quand où c'est j'ai il elle du au ce cette sur nos notre puis`),
  Italian:
    words(`che il gli della delle del per con sono mi dispiace suo sua molto ma come quando perché questo questa
    può posso grazie ciao buongiorno capisco lei abbiamo nostro nostra anche più non è un una`),
  German:
    words(`ich und der das ist nicht wir sie ihr ihre ihnen mir uns tut leid dass für mit ein eine einen auf auch
    aber wie wann warum bitte danke kann können haben habe sind wird wurde verstehe sehr noch schon bei zu vom zum`),
  Dutch:
    words(`ik het een niet dat wij u uw jij je voor met maar ook hoe wanneer waarom bedankt dank kan kunnen hebben
    heb zijn wordt werd begrijp spijt zeer nog aan naar deze heel excuses ons onze er`),
  Polish:
    words(`nie się jest na że z do jak kiedy dlaczego proszę dziękuję przykro bardzo mi ale pani pan pana panią
    rozumiem możemy mogę został została jestem czy ten ta i w o dla przepraszam już`),
  Turkish:
    words(`bir ve bu için çok ben siz biz size sizin nasıl ne zaman neden teşekkürler üzgünüm anlıyorum lütfen
    özür dilerim ile değil var yok mı mi olarak olduğunu`),
  Swedish:
    words(`jag och det är inte vi ni er för att som på med har hur när varför tack förstår mycket också kan ska
    ledsen beklagar din ditt en ett`),
};

function words(list: string): string[] {
  return list.split(/\s+/);
}
